#include "HTTPServing.h"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static struct {
  struct MHD_Daemon *(*start)(unsigned, uint16_t, MHD_AcceptPolicyCallback, void *,
                              MHD_AccessHandlerCallback, void *, ...);
  __typeof__(&MHD_lookup_connection_value) lookup;
  __typeof__(&MHD_create_response_from_buffer) make;
  __typeof__(&MHD_add_response_header) add_header;
  __typeof__(&MHD_queue_response) queue;
  __typeof__(&MHD_destroy_response) release;
} library;

static int load(void) {
  void *handle = dlopen("libmicrohttpd.so.12", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return 0;
#define FIND(field, name) (*(void **)&library.field = dlsym(handle, name)) != NULL
  return FIND(start, "MHD_start_daemon") && FIND(lookup, "MHD_lookup_connection_value") &&
         FIND(make, "MHD_create_response_from_buffer") &&
         FIND(add_header, "MHD_add_response_header") && FIND(queue, "MHD_queue_response") &&
         FIND(release, "MHD_destroy_response");
}

struct server {
  http_answering answer;
  void *context;
  uint16_t port;
};

static int is_named_so(const struct server *server, const char *host, const char *name) {
  char expected[32];
  snprintf(expected, sizeof expected, "%s:%u", name, (unsigned)server->port);
  return host != NULL && strcmp(host, expected) == 0;
}

static struct http_answer refusal(int status, const char *reason) {
  return (struct http_answer){status, "text/plain; charset=utf-8", strdup(reason), strlen(reason)};
}

static struct http_answer answer(const struct server *server, struct MHD_Connection *connection,
                                 const char *path, const char *method) {
  const char *host = library.lookup(connection, MHD_HEADER_KIND, "Host");
  if (!is_named_so(server, host, "127.0.0.1") && !is_named_so(server, host, "localhost"))
    return refusal(MHD_HTTP_FORBIDDEN, "This is for the browser on the same machine.\n");
  if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
    return refusal(MHD_HTTP_METHOD_NOT_ALLOWED, "There is nothing here to change.\n");
  const char *seen = library.lookup(connection, MHD_GET_ARGUMENT_KIND, "seen");
  return server->answer(server->context, path, seen);
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *path,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **state) {
  (void)version, (void)upload, (void)state;
  if (*upload_size != 0) {
    *upload_size = 0;
    return MHD_YES;
  }
  struct http_answer found = answer(context, connection, path, method);
  struct MHD_Response *response = library.make(found.count, found.bytes, MHD_RESPMEM_MUST_FREE);
  if (response == NULL) return MHD_NO;
  library.add_header(response, "Content-Type", found.type);
  library.add_header(response, "Cache-Control", "no-store");
  library.add_header(response, "Cross-Origin-Resource-Policy", "same-origin");
  enum MHD_Result result = library.queue(connection, (unsigned)found.status, response);
  library.release(response);
  return result;
}

// A listening socket on this machine alone, or the negated errno.
static int listen_on(uint16_t *port) {
  int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -errno;
  int yes = 1;
  setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(*port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(descriptor, (struct sockaddr *)&address, size) != 0 || listen(descriptor, 16) != 0 ||
      getsockname(descriptor, (struct sockaddr *)&address, &size) != 0) {
    int code = errno;
    close(descriptor);
    return -code;
  }
  *port = ntohs(address.sin_port);
  return descriptor;
}

int http_serve(uint16_t port, http_answering answer, void *context) {
  if (!load()) return -ENOPKG;
  int descriptor = listen_on(&port);
  if (descriptor < 0) return descriptor;
  struct server *server = malloc(sizeof *server);
  if (server == NULL) return -ENOMEM;
  *server = (struct server){answer, context, port};
  const unsigned way = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION;
  struct MHD_Daemon *daemon =
      library.start(way, port, NULL, NULL, handle, server, MHD_OPTION_LISTEN_SOCKET, descriptor,
                    MHD_OPTION_CONNECTION_LIMIT, 64u, MHD_OPTION_END);
  return daemon == NULL ? -EIO : port;
}
