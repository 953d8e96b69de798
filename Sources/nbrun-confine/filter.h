/// Forbids this process, and all that it becomes, the system calls that reach beyond it; not 0 where the
/// system cannot filter.
int filter_system_calls(void);
