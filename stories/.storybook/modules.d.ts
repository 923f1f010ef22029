declare module 'virtual:custom-elements-manifest' {
  const manifest: {
    readonly modules: readonly {
      readonly declarations?: readonly { readonly tagName?: string }[];
    }[];
  };
  export default manifest;
}

declare module 'virtual:locales' {
  /** What words/locale-files.ts serves: a `LocaleData`. */
  const locales: unknown;
  export default locales;
}

declare module '@custom-elements-manifest/analyzer/cli.js' {
  export function cli(options: {
    argv: readonly string[];
    cwd: string;
    noWrite: boolean;
  }): Promise<unknown>;
}
