#ifndef CBYTES_MEMORY_H
#define CBYTES_MEMORY_H

// Hands memory that is free back to the system. GNU's library keeps what a thread that has ended had allocated, for threads to come; others do not.
void cbytes_give_back_memory(void);

#endif
