// Notes what the cells look at and change in the file system.

/// Begins to note it.
void note_reads(void);
