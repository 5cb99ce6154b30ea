#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread of the system, which may block without keeping anyone from work.
final class WorkerThread {
    private final class Body {
        let run: () -> Void
        init(_ run: @escaping () -> Void) { self.run = run }
    }

    private let thread: pthread_t

    /// Starts `body`; nil when the system has no thread left.
    init?(_ body: @escaping () -> Void) {
        let context = Unmanaged.passRetained(Body(body))
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let status = pthread_create(
            &thread, nil,
            { context in
                #if canImport(Darwin)
                    Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
                #else
                    if let context { Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
                #endif
                return nil
            }, context.toOpaque())
        #if canImport(Darwin)
            guard status == 0, let thread else {
                context.release()
                return nil
            }
            self.thread = thread
        #else
            guard status == 0 else {
                context.release()
                return nil
            }
            self.thread = thread
        #endif
    }

    /// Waits for its end.
    func join() { pthread_join(thread, nil) }
}
