/** The part of `qrcode` that makes the matrix and draws nothing; @types/qrcode leaves it out. */
declare module 'qrcode/lib/core/qrcode.js' {
  interface Segment {
    readonly data: string;
    readonly mode: 'byte';
  }

  interface Symbol {
    /** Row after row; 1 is dark. `size` modules a side, without a quiet zone. */
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
