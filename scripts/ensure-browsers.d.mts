/** Where a browser is on this machine; `undefined` where it was not found. */
export declare const find: (name: 'chromium' | 'firefox' | 'webkit') => string | undefined;
