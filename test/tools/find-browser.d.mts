export declare const BROWSER_ARGUMENTS: string[];
export declare function findBrowser(): Promise<string>;
export declare function findFirefox(): Promise<string>;
export declare function findWebKitDriver(): Promise<string>;
