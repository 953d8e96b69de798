// Tells the runner how and where a program ended that did not reach its end.

/// Installs the handlers; `anchor` is any address in the program.
void watch_for_ending(const void *anchor);

/// Says that the program reached its end.
void ended_well(void);
