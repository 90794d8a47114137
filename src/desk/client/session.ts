import { signal } from '@preact/signals';

/** The desk asks for a login. What is on the screen stays behind the dialog, and deeds wait in the queue. */
export const isLoggedOut = signal(false);
