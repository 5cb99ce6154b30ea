#ifndef C_FAULTY_DISK_H
#define C_FAULTY_DISK_H

/// A disk under SQLite that fails where a test says: a VFS around the system's own.
///
/// Every change of a watched file is an operation: a file made, bytes written, a file cut, synchronized or removed.

/// Puts the disk under every database that is opened from now on. Files that nobody watches are not touched.
void faulty_disk_install(void);

/// Watches the files whose path begins with `folder`. The operation with the number `operation`, from 0 on, fails with
/// SQLite's result `code`; a write is half done. With `stays_dead` every later one fails as well: to the files it is
/// as if the process had been killed at that moment.
void faulty_disk_arm(const char *folder, int operation, int code, int stays_dead);

/// Watches nothing any longer. Returns how many operations there were since it was armed.
int faulty_disk_disarm(void);

#endif
