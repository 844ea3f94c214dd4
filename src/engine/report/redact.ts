/** `A1B2…(32)`: at most the first four characters and the length. */
export declare function preview(value: string): string;
/** A URL whose credential-like parts are replaced by previews; user info is dropped. */
export declare function redactUrl(url: string): string;
/** A header's value with everything secret in it replaced by previews; harmless headers unchanged. */
export declare function maskHeader(name: string, value: string): string;
