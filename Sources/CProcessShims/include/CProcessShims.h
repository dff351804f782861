#ifndef CProcessShims_H
#define CProcessShims_H
#endif
