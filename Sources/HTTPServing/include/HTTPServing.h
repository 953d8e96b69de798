// Answers to a browser on this machine, by libmicrohttpd.
//
// The library is opened when it is first needed: it brings a dozen others, and nbrun runs notebooks without
// them.

#ifndef HTTP_SERVING_H
#define HTTP_SERVING_H

#include <stddef.h>
#include <stdint.h>

struct http_answer {
  int status;
  // The media type, which must stay.
  const char *type;
  // Allocated by malloc; freed here.
  void *bytes;
  size_t count;
};

// Asked on a thread of its own for each connection, so it may wait.
//
// path: begins with '/' and is without the query.
// seen: the value of the query's 'seen', or null.
typedef struct http_answer (*http_answering)(void *context, const char *path, const char *seen);

// Serves on 127.0.0.1 alone until the process ends. Requests that a page of another site could have sent,
// by a name of its own for this machine, are refused.
//
// port: 0 for any that is free.
// Returns the port, or the negated errno: of EADDRINUSE where the port is taken, ENOPKG where the library is
// not installed.
int http_serve(uint16_t port, http_answering answer, void *context);

#endif
