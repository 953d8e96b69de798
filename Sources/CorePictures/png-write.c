#include "picture.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

uint8_t *core_png_write(
    const uint8_t *samples, size_t width, size_t height, size_t channels, size_t *count) {
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  image.width = (png_uint_32)width;
  image.height = (png_uint_32)height;
  image.format = channels == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  uint8_t *bytes = malloc(size);
  if (bytes == NULL) return NULL;
  if (!png_image_write_to_memory(&image, bytes, &size, 0, samples, 0, NULL)) {
    free(bytes);
    return NULL;
  }
  *count = size;
  return bytes;
}
