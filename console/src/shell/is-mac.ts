/** Decides only how keys are printed: the command key works wherever the control key does. */
export const isMac: boolean = /Mac|iPhone|iPad/.test(navigator.userAgent);
