// One HTTP request by libcurl.
//
// The library is opened when it is first needed: it brings three dozen others, and nbrun runs notebooks
// without them.

#ifndef HTTP_TRANSFER_H
#define HTTP_TRANSFER_H

#include <stddef.h>
#include <stdint.h>

enum { HTTP_TRANSFER_MESSAGE = 256 };

enum http_ending {
  HTTP_DONE,
  HTTP_NO_LIBRARY,
  HTTP_FAILED,
  HTTP_SILENT,
  HTTP_CUT,
  HTTP_STOPPED,
};

struct http_request {
  const char *url;
  // The bytes to ask for, such as "1000-", and the version they must be of; or null.
  const char *range, *if_range;
  const char *user_agent;
  // How long to wait for a connection, and for the next byte.
  long connect_seconds, silent_seconds;
  void *context;
  // Both return 0 to go on. A header line comes with its end; a status line begins each answer.
  int (*on_header)(void *context, const char *line, size_t count);
  int (*on_bytes)(void *context, const uint8_t *bytes, size_t count);
};

struct http_result {
  enum http_ending ending;
  // What libcurl says, after a failure.
  char message[HTTP_TRANSFER_MESSAGE];
};

void http_transfer(const struct http_request *request, struct http_result *result);

#endif
