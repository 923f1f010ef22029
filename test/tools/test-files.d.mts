export declare const NODE_FOLDERS: readonly string[];
export declare function nodeTests(folder: string): string[];
export declare function browserTests(): string[];
