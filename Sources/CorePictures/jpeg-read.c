#include "picture.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

enum { SCANS = 200 };

struct reader {
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  jmp_buf end;
  struct core_picture *picture;
};

static void on_error(j_common_ptr jpeg) {
  struct reader *reader = jpeg->client_data;
  char message[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, message);
  core_picture_fail(reader->picture, message);
  longjmp(reader->end, 1);
}

// Most warnings say that data is damaged and that gray fills the gap: no picture to compute with.
static void on_message(j_common_ptr jpeg, int level) {
  int code = jpeg->err->msg_code;
  int is_harmless =
      code == JWRN_EXTRANEOUS_DATA || code == JWRN_ADOBE_XFORM || code == JWRN_JFIF_MAJOR;
  if (level < 0 && !is_harmless) on_error(jpeg);
}

static void print_nothing(j_common_ptr jpeg) { (void)jpeg; }

// A file of many tiny scans would take hours.
static void on_progress(j_common_ptr jpeg) {
  struct reader *reader = jpeg->client_data;
  if (reader->jpeg.input_scan_number <= SCANS) return;
  core_picture_fail(reader->picture, "it has more than 200 scans");
  longjmp(reader->end, 1);
}

static int read(struct reader *reader, const uint8_t *bytes, size_t count, size_t pixels) {
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;
  struct core_picture *picture = reader->picture;
  if (setjmp(reader->end)) return 0;
  jpeg_create_decompress(jpeg);
  jpeg->client_data = reader;
  jpeg->progress = &reader->progress;
  jpeg_mem_src(jpeg, bytes, count);
  jpeg_read_header(jpeg, TRUE);
  if (jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK) {
    core_picture_fail(picture, "its colors are CMYK, and gray and RGB can be read");
    return 0;
  }
  jpeg->out_color_space = jpeg->num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
  // Whole-number arithmetic, which every processor's version of the library does alike.
  jpeg->dct_method = JDCT_ISLOW;
  picture->width = jpeg->image_width;
  picture->height = jpeg->image_height;
  picture->channels = jpeg->num_components == 1 ? 1 : 3;
  picture->depth = 1;
  if (!core_picture_allocate(picture, pixels)) return 0;
  jpeg_start_decompress(jpeg);
  size_t row = picture->width * picture->channels;
  while (jpeg->output_scanline < jpeg->output_height) {
    JSAMPROW target = (JSAMPROW)picture->samples + jpeg->output_scanline * row;
    jpeg_read_scanlines(jpeg, &target, 1);
  }
  jpeg_finish_decompress(jpeg);
  return 1;
}

void core_jpeg_read(
    const uint8_t *bytes, size_t count, size_t pixels, struct core_picture *picture) {
  memset(picture, 0, sizeof *picture);
  struct reader reader;
  memset(&reader, 0, sizeof reader);
  reader.picture = picture;
  reader.jpeg.err = jpeg_std_error(&reader.errors);
  reader.jpeg.client_data = &reader;
  reader.errors.error_exit = on_error;
  reader.errors.emit_message = on_message;
  reader.errors.output_message = print_nothing;
  reader.progress.progress_monitor = on_progress;
  int is_read = read(&reader, bytes, count, pixels);
  jpeg_destroy_decompress(&reader.jpeg);
  if (is_read) return;
  free(picture->samples);
  picture->samples = NULL;
}
