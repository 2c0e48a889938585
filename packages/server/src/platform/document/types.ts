/** A run of plain words; marks (人工, 未佐证 …) are printed small and raised after it. */
export type DocumentTextRun = {
  readonly kind: 'text';
  readonly text: string;
  readonly marks?: readonly string[];
};

/** A printed figure: bookmarked `fig_<code>` and linked to the annex row of the same code. */
export type DocumentFigureRun = {
  readonly kind: 'figure';
  readonly code: string;
  readonly text: string;
  readonly marks?: readonly string[];
};

export type DocumentRun = DocumentTextRun | DocumentFigureRun;

/** `heading1` 一、 · `heading2` （一） · `heading3` 1. · `plain` a body paragraph without first-line indent. */
export type ParagraphLevel = 'body' | 'plain' | 'heading1' | 'heading2' | 'heading3';

export type DocumentParagraph = { readonly level: ParagraphLevel; readonly runs: readonly DocumentRun[] };

export type DocumentColumn = {
  readonly head: string;
  /** Width in millimetres; the columns of an official table together fill the 156 mm of the text area. */
  readonly widthMm: number;
  readonly align: 'left' | 'center' | 'right';
};

/** A row with a `code` is the target of that code's figures and links back to the first of them. */
export type DocumentRow = { readonly code?: string; readonly cells: readonly string[] };

export type DocumentTable = {
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
  /** The column whose text carries the link back to the figure. */
  readonly linkColumn: number;
};

/** An annex begins on a new page and is named in the 附件说明 under the text. */
export type DocumentAnnex = { readonly title: string; readonly note?: string; readonly table: DocumentTable };

export type OfficialDocument = {
  /** May hold line breaks: the writer breaks a long title where words stay whole. */
  readonly title: string;
  /** A draft is stamped 草稿 on every page and lists its open problems at the end. */
  readonly state: 'draft' | 'final';
  readonly paragraphs: readonly DocumentParagraph[];
  /** Office and day under the text; the day as printed: 2018年1月5日. */
  readonly signature?: { readonly office: string; readonly day: string };
  /** What whoever gets the paper fills in, under office and day: «收到人签名». */
  readonly receipt?: readonly DocumentParagraph[];
  /** Differences found after signing, printed as 更正说明; the signed text itself never moves. */
  readonly corrections?: readonly DocumentParagraph[];
  readonly problems?: readonly string[];
  readonly annexes: readonly DocumentAnnex[];
};
