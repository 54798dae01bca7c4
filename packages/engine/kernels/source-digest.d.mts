export declare function sourceDigest(folder: string): string;
