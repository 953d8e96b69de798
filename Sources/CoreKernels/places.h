// Where threads run: on which processors they may, and apart from one another.

#ifndef PLACES_H
#define PLACES_H

/// How many processors the process may use.
int ck_processors(void);

/// The processor that the calling thread runs on, or -1 where that cannot be told.
int ck_place(void);

/// Moves the calling thread to another processor if it runs on this one.
///
/// A system on a virtual machine often wakes a thread on the processor of the one that called it, though
/// another is idle, and leaves both there for many milliseconds.
void ck_leave(int processor);

#endif
