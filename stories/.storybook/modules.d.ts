declare module 'virtual:custom-elements-manifest' {
  const manifest: {
    readonly modules: readonly {
      readonly declarations?: readonly { readonly tagName?: string }[];
    }[];
  };
  export default manifest;
}

declare module 'virtual:locales' {
  /** A `LocaleData`, from translator-panel/locale-files.ts. */
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
