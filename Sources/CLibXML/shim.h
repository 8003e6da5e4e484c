// Deliberately without libxml2's own headers: they drag in ICU's, which cannot be a Swift module beside
// Foundation. CLibXMLShim includes them in C; this module only says what to link.
#ifndef CLIBXML_SHIM_H
#define CLIBXML_SHIM_H
#endif
