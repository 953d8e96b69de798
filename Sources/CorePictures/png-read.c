#include "picture.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

struct source {
  const uint8_t *next;
  size_t left;
};

static void on_error(png_structp png, png_const_charp message) {
  core_picture_fail(png_get_error_ptr(png), message);
  png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static void take(png_structp png, png_bytep target, size_t count) {
  struct source *source = png_get_io_ptr(png);
  if (count > source->left) png_error(png, "it ends too early");
  memcpy(target, source->next, count);
  source->next += count;
  source->left -= count;
}

// Samples as they are stored, without any correction of colors: 8 or 16 bits, palettes resolved.
static void choose_samples(png_structp png, png_infop info) {
  png_set_expand(png);
  if (png_get_bit_depth(png, info) == 16 && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__) {
    png_set_swap(png);
  }
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
}

// Everything between the first call that can jump and the last. The rows live in the picture.
static int read(png_structp png, png_infop info, size_t pixels, struct core_picture *picture) {
  if (setjmp(png_jmpbuf(png))) return 0;
  png_read_info(png, info);
  picture->width = png_get_image_width(png, info);
  picture->height = png_get_image_height(png, info);
  int passes = png_get_interlace_type(png, info) == PNG_INTERLACE_NONE ? 1 : 7;
  choose_samples(png, info);
  picture->channels = png_get_channels(png, info);
  picture->depth = png_get_bit_depth(png, info) / 8;
  if (!core_picture_allocate(picture, pixels)) return 0;
  size_t row = picture->width * picture->channels * picture->depth;
  memset(picture->samples, 0, row * picture->height);
  for (int pass = 0; pass < passes; pass++) {
    for (size_t i = 0; i < picture->height; i++) {
      png_read_row(png, (png_bytep)picture->samples + i * row, NULL);
    }
  }
  png_read_end(png, NULL);
  return 1;
}

void core_png_read(
    const uint8_t *bytes, size_t count, size_t pixels, struct core_picture *picture) {
  memset(picture, 0, sizeof *picture);
  struct source source = {bytes, count};
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, picture, on_error, on_warning);
  png_infop info = png == NULL ? NULL : png_create_info_struct(png);
  int is_read = 0;
  if (info == NULL) {
    core_picture_fail(picture, "there is not enough memory for it");
  } else {
    png_set_read_fn(png, &source, take);
    png_set_user_limits(png, 1000000, 1000000);
    is_read = read(png, info, pixels, picture);
  }
  png_destroy_read_struct(&png, &info, NULL);
  if (is_read) return;
  free(picture->samples);
  picture->samples = NULL;
}
