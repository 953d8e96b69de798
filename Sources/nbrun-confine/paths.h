/// A Landlock ruleset that allows nothing yet, or -1 where the system has none.
int new_path_rules(void);

/// Allows reading and executing a file, or all files below a folder. A missing path is passed over.
void allow_reading(int ruleset, const char *path);

/// Allows reading and writing below a folder.
void allow_writing(int ruleset, const char *folder);

/// Confines this process and all that it becomes; not 0 where that fails.
int enforce_path_rules(int ruleset);
