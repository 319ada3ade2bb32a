// These two development packages bring no types: only what is used here is declared.

declare module 'pngjs' {
  export class PNG {
    constructor(options: { width: number; height: number });
    width: number;
    height: number;
    /** Red, green, blue and alpha, four bytes a pixel, row by row. */
    data: Buffer;
    static sync: {
      read(file: Buffer): PNG;
      write(picture: PNG): Buffer;
    };
  }
}

declare module 'yazl' {
  export class ZipFile {
    outputStream: NodeJS.ReadableStream;
    addBuffer(content: Buffer, path: string): void;
    end(): void;
  }
}
