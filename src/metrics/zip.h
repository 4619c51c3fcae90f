/* zip: single files of a ZIP archive in memory (PKWARE APPNOTE 6.3), as
 * workbooks are. Reading two methods needs less than linking a library that
 * brings ciphers and four more compressors into every start. It knows nothing
 * of what the files hold. */
#ifndef METRICS_ZIP_H
#define METRICS_ZIP_H

#include "base/slice.h"

/* The content of the file `name`, in `a`; at == NULL when the archive has
 * none, when it is damaged or enciphered, or larger than `most` bytes. */
slice zip_file(arena *a, slice zip, slice name, size_t most);

#endif
