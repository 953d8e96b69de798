// Pictures by libpng and libjpeg, whose errors are long jumps that Swift must not see.

#ifndef CORE_PICTURES_H
#define CORE_PICTURES_H

#include <stddef.h>
#include <stdint.h>

enum { CORE_PICTURE_MESSAGE = 200 };

// Samples row by row, the channels of a pixel side by side.
struct core_picture {
  size_t width, height;
  // 1 gray, 2 gray and alpha, 3 RGB, 4 RGB and alpha.
  size_t channels;
  // Bytes a sample, 1 or 2; two bytes are in the machine's order.
  size_t depth;
  // From malloc; null after a failure.
  void *samples;
  // What is wrong, after a failure; else empty.
  char message[CORE_PICTURE_MESSAGE];
};

// Decodes a picture, unless it has more pixels than the given number.
void core_png_read(const uint8_t *bytes, size_t count, size_t pixels, struct core_picture *picture);
void core_jpeg_read(const uint8_t *bytes, size_t count, size_t pixels, struct core_picture *picture);

// Encodes gray (1 channel) or RGB (3 channels) samples of 8 bits. The bytes are from malloc; null
// where memory runs out.
uint8_t *core_png_write(
    const uint8_t *samples, size_t width, size_t height, size_t channels, size_t *count);

#endif
