// Notes the files that the cells read.

/// Begins to note them.
void note_reads(void);
