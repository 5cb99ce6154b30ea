"""Does something in a process of its own, so that its memory is given back and none of it is measured with the rest."""
import multiprocessing

_fork = multiprocessing.get_context("fork")


def apart(function, *arguments):
    process = _fork.Process(target=function, args=arguments)
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(f"{function.__name__} did not succeed")
