#include "HTTPTransfer.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static struct {
  __typeof__(&curl_global_init) global_init;
  __typeof__(&curl_easy_init) init;
  __typeof__(&curl_easy_perform) perform;
  __typeof__(&curl_easy_cleanup) cleanup;
  __typeof__(&curl_easy_strerror) strerror;
  __typeof__(&curl_slist_append) append;
  __typeof__(&curl_slist_free_all) free_all;
  CURLcode (*setopt)(CURL *, CURLoption, ...);
} library;

static int is_loaded;

static void load(void) {
  void *handle = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
#define FIND(field, name) (*(void **)&library.field = dlsym(handle, name)) != NULL
  is_loaded = FIND(global_init, "curl_global_init") && FIND(init, "curl_easy_init") &&
              FIND(perform, "curl_easy_perform") && FIND(cleanup, "curl_easy_cleanup") &&
              FIND(strerror, "curl_easy_strerror") && FIND(append, "curl_slist_append") &&
              FIND(free_all, "curl_slist_free_all") && FIND(setopt, "curl_easy_setopt") &&
              library.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

static size_t take_header(char *line, size_t size, size_t count, void *user) {
  const struct http_request *request = user;
  return request->on_header(request->context, line, size * count) == 0 ? size * count : 0;
}

static size_t take_bytes(char *bytes, size_t size, size_t count, void *user) {
  const struct http_request *request = user;
  int stops = request->on_bytes(request->context, (const uint8_t *)bytes, size * count);
  return stops == 0 ? size * count : 0;
}

static void prepare(CURL *curl, const struct http_request *request, char *message) {
  // What came encrypted must not be continued in the clear.
  int is_secure = strncmp(request->url, "https:", 6) == 0;
  library.setopt(curl, CURLOPT_URL, request->url);
  library.setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  library.setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, is_secure ? "https" : "http,https");
  library.setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  library.setopt(curl, CURLOPT_MAXREDIRS, 5L);
  library.setopt(curl, CURLOPT_USERAGENT, request->user_agent);
  library.setopt(curl, CURLOPT_CONNECTTIMEOUT, request->connect_seconds);
  library.setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  library.setopt(curl, CURLOPT_LOW_SPEED_TIME, request->silent_seconds);
  library.setopt(curl, CURLOPT_NOSIGNAL, 1L);
  library.setopt(curl, CURLOPT_ERRORBUFFER, message);
  library.setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  library.setopt(curl, CURLOPT_HEADERDATA, request);
  library.setopt(curl, CURLOPT_WRITEFUNCTION, take_bytes);
  library.setopt(curl, CURLOPT_WRITEDATA, request);
  if (request->range != NULL) library.setopt(curl, CURLOPT_RANGE, request->range);
}

static enum http_ending ending(CURLcode code) {
  switch (code) {
    case CURLE_OK: return HTTP_DONE;
    case CURLE_OPERATION_TIMEDOUT: return HTTP_SILENT;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR: return HTTP_CUT;
    case CURLE_WRITE_ERROR: return HTTP_STOPPED;
    default: return HTTP_FAILED;
  }
}

void http_transfer(const struct http_request *request, struct http_result *result) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  memset(result, 0, sizeof *result);
  pthread_once(&once, load);
  CURL *curl = is_loaded ? library.init() : NULL;
  if (curl == NULL) {
    result->ending = HTTP_NO_LIBRARY;
    return;
  }
  char message[CURL_ERROR_SIZE] = "";
  struct curl_slist *headers = NULL;
  if (request->if_range != NULL) {
    char line[512];
    snprintf(line, sizeof line, "If-Range: %s", request->if_range);
    headers = library.append(headers, line);
  }
  prepare(curl, request, message);
  if (headers != NULL) library.setopt(curl, CURLOPT_HTTPHEADER, headers);
  CURLcode code = library.perform(curl);
  result->ending = ending(code);
  const char *said = message[0] != 0 ? message : library.strerror(code);
  snprintf(result->message, sizeof result->message, "%s", said);
  library.cleanup(curl);
  library.free_all(headers);
}
