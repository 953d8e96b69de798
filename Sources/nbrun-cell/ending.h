// Tells the runner how and where a program ended.

/// Installs the handlers; `anchor` is any address in the program.
void watch_for_ending(const void *anchor);
