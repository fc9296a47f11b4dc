#include "CMatrixKernels.h"

#pragma STDC FP_CONTRACT OFF

/* A vector of WIDTH doubles, loaded from and stored to any address. */
#define DEFINE_VECTOR(WIDTH) \
  typedef double vector##WIDTH __attribute__((vector_size(8 * WIDTH), aligned(8)));

DEFINE_VECTOR(2)
DEFINE_VECTOR(4)
DEFINE_VECTOR(8)

/* Goes over the tile in blocks of ROWS rows and VECTORS vectors of WIDTH columns, so small that the
   sums of a block stay in registers. */
#define DEFINE_KERNEL(NAME, TARGET, WIDTH, ROWS, VECTORS)                                        \
  TARGET static void NAME(                                                                       \
      const double *a, const double *b, size_t inner, double *c, size_t stride) {                \
    for (size_t row = 0; row < tile_rows; row += ROWS) {                                         \
      for (size_t column = 0; column < tile_columns; column += WIDTH * VECTORS) {                \
        vector##WIDTH sums[ROWS][VECTORS];                                                       \
        double *block = c + row * stride + column;                                               \
        for (size_t i = 0; i < ROWS; i++)                                                        \
          for (size_t v = 0; v < VECTORS; v++)                                                   \
            sums[i][v] = *(const vector##WIDTH *)(block + i * stride + v * WIDTH);               \
        for (size_t k = 0; k < inner; k++) {                                                     \
          const double *factors = a + k * tile_rows + row;                                       \
          const double *others = b + k * tile_columns + column;                                  \
          for (size_t v = 0; v < VECTORS; v++) {                                                 \
            vector##WIDTH other = *(const vector##WIDTH *)(others + v * WIDTH);                  \
            for (size_t i = 0; i < ROWS; i++) sums[i][v] += factors[i] * other;                  \
          }                                                                                      \
        }                                                                                        \
        for (size_t i = 0; i < ROWS; i++)                                                        \
          for (size_t v = 0; v < VECTORS; v++)                                                   \
            *(vector##WIDTH *)(block + i * stride + v * WIDTH) = sums[i][v];                     \
      }                                                                                          \
    }                                                                                            \
  }

DEFINE_KERNEL(add_plain, , 2, 2, 4)

#if defined(__x86_64__)

DEFINE_KERNEL(add_avx2, __attribute__((target("avx2"))), 4, 4, 2)
DEFINE_KERNEL(add_avx512, __attribute__((target("avx512f"))), 8, 8, 2)

_Bool tile_kernel_runs_here(tile_kernel kernel) {
  switch (kernel) {
  case tile_kernel_plain: return 1;
  case tile_kernel_avx2: return __builtin_cpu_supports("avx2") != 0;
  case tile_kernel_avx512: return __builtin_cpu_supports("avx512f") != 0;
  }
  return 0;
}

void add_tile_product(
    tile_kernel kernel, const double *a, const double *b, size_t inner, double *c, size_t stride) {
  switch (kernel) {
  case tile_kernel_plain: add_plain(a, b, inner, c, stride); break;
  case tile_kernel_avx2: add_avx2(a, b, inner, c, stride); break;
  case tile_kernel_avx512: add_avx512(a, b, inner, c, stride); break;
  }
}

#else

_Bool tile_kernel_runs_here(tile_kernel kernel) { return kernel == tile_kernel_plain; }

void add_tile_product(
    tile_kernel kernel, const double *a, const double *b, size_t inner, double *c, size_t stride) {
  (void)kernel;
  add_plain(a, b, inner, c, stride);
}

#endif
