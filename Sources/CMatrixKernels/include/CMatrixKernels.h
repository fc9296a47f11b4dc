#ifndef C_MATRIX_KERNELS_H
#define C_MATRIX_KERNELS_H

#include <stddef.h>

/// How many rows and columns a tile has.
enum { tile_rows = 8, tile_columns = 16 };

/// The instructions that a tile is computed with.
typedef enum { tile_kernel_plain, tile_kernel_avx2, tile_kernel_avx512 } tile_kernel;

/// Whether this processor has the instructions.
_Bool tile_kernel_runs_here(tile_kernel kernel);

/// Adds to a tile C, of shape (tile_rows, tile_columns), the product of two packed panels.
///
/// c[i, j] += a[0, i] * b[0, j], then a[1, i] * b[1, j], and so on: each product is rounded before
/// it is added, in this order, so that the result is that of a plain loop, to the bit, with every
/// kernel. Swift has no way to say which instructions a function may use; hence C.
///
/// - kernel: one that runs here.
/// - a: of shape (inner, tile_rows).
/// - b: of shape (inner, tile_columns).
/// - c: its rows begin `stride` numbers apart.
void add_tile_product(
    tile_kernel kernel, const double *a, const double *b, size_t inner, double *c, size_t stride);

/// How many processors this process may use; at least 1.
size_t processor_count(void);

/// Calls work(0, context), work(1, context) … work(parts - 1, context), each on a thread of its
/// own, the last on the caller's, and waits for all of them.
void run_in_parallel(
    size_t parts, void (*work)(size_t part, const void *context), const void *context);

/// Asks the processor to bring memory near that will be read soon.
static inline void bring_near(const void *address) { __builtin_prefetch(address); }

#endif
