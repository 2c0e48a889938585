/** What one workbook may cost. Every field is a setting; sizes are bytes. */
export interface WorkbookLimits {
  /** Size of the file itself. */
  readonly packedBytes: number;
  /** Declared size of all parts together. */
  readonly unpackedBytes: number;
  /** Unpacked ÷ packed beyond which a part larger than `ratioFromBytes` is a bomb. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Parts in the package. */
  readonly entries: number;
  /** Non-empty rows of all sheets together. */
  readonly rows: number;
  /** Highest column number, 1-based; XFD is 16,384. */
  readonly columns: number;
  /** Non-empty cells of all sheets together. */
  readonly cells: number;
  /** Characters in the table of shared strings. */
  readonly sharedCharacters: number;
  /** One XML tag or one run of text. */
  readonly tokenBytes: number;
  /** Workbooks whose parts declare more than this are read in a worker thread. */
  readonly inProcessBytes: number;
  /** Heap of that worker, in megabytes. */
  readonly workerHeapMb: number;
}

const MB = 1024 * 1024;

export const DEFAULT_WORKBOOK_LIMITS: WorkbookLimits = {
  packedBytes: 50 * MB,
  unpackedBytes: 1024 * MB,
  ratio: 100,
  ratioFromBytes: 10 * MB,
  entries: 5_000,
  rows: 1_048_576,
  columns: 16_384,
  cells: 30_000_000,
  sharedCharacters: 256 * MB,
  tokenBytes: 4 * MB,
  inProcessBytes: 16 * MB,
  workerHeapMb: 512,
};
