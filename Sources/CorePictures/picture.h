#ifndef PICTURE_H
#define PICTURE_H

#include "CorePictures.h"

// Notes what is wrong; the first message stays.
void core_picture_fail(struct core_picture *picture, const char *message);

// Notes that there are too many pixels, or makes room for the samples.
int core_picture_allocate(struct core_picture *picture, size_t pixels);

#endif
