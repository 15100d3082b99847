#ifndef CBYTES_PROCESSORS_H
#define CBYTES_PROCESSORS_H

#include <pthread.h>

// Keeps a thread off the processor that the caller is on, as long as the program may use another. To be called before the thread is woken for work that is to
// be done beside the caller's: where processors share no cache, as on many virtual machines, Linux wakes a thread where it last slept, be it on the caller's own
// processor while another stands still. The thread must not have ended. Does nothing on other systems.
void cbytes_keep_apart(pthread_t thread);

#endif
