#include "picture.h"

#include <stdio.h>
#include <stdlib.h>

void core_picture_fail(struct core_picture *picture, const char *message) {
  if (picture->message[0] == 0) snprintf(picture->message, CORE_PICTURE_MESSAGE, "%s", message);
}

int core_picture_allocate(struct core_picture *picture, size_t pixels) {
  size_t width = picture->width, height = picture->height;
  if (width == 0 || height == 0 || width > pixels / height) {
    snprintf(
        picture->message, CORE_PICTURE_MESSAGE,
        "it claims %zu×%zu pixels, which its length cannot hold or which are more than can be read",
        width, height);
    return 0;
  }
  picture->samples = malloc(width * height * picture->channels * picture->depth);
  if (picture->samples == NULL) core_picture_fail(picture, "there is not enough memory for it");
  return picture->samples != NULL;
}
