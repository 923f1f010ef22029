/** The part of `qrcode` that only creates the matrix. @types/qrcode does not describe it. */
declare module 'qrcode/lib/core/qrcode.js' {
  interface Segment {
    readonly data: string;
    readonly mode: 'byte';
  }

  interface Symbol {
    /** Row after row; 1 is dark. `size` modules per side, without a quiet zone. */
    readonly modules: { readonly size: number; readonly data: Uint8Array };
  }

  const core: {
    create(
      segments: readonly Segment[],
      options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
    ): Symbol;
  };
  export default core;
}
