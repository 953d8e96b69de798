#include "CoreKernels.h"
#include <sys/mman.h>

enum { LARGE_PAGE = 2 << 20 };

void ck_use_large_pages(void *memory, size_t size) {
#ifdef MADV_HUGEPAGE
  uintptr_t start = ((uintptr_t)memory + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
  uintptr_t end = ((uintptr_t)memory + size) / LARGE_PAGE * LARGE_PAGE;
  if (start < end) madvise((void *)start, end - start, MADV_HUGEPAGE);
#else
  (void)memory;
  (void)size;
#endif
}
