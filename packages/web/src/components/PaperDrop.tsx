import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import './table.css';

interface DropProps {
  /** «把扫描件或照片拖到这里» */
  readonly words: ReactNode;
  /** Extensions or types, as of `<input accept>`. */
  readonly accept?: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly big?: boolean;
  readonly disabled?: boolean;
}

/** A place to drop files, always with 「选文件」 as the equal way. */
export function FileDrop({ words, accept, onFiles, big, disabled }: DropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (!disabled && files !== null && files.length > 0) onFiles([...files]);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way, the button is the first
    <div
      className={['drop', big && 'big', over && 'over'].filter(Boolean).join(' ')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <span>{words}</span>{' '}
      <button type="button" className="btn" disabled={disabled} onClick={() => input.current?.click()}>
        选文件
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accept}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}

/** A paper about to be attached: what it is and, for photos, one caption line. */
export interface PaperDraft {
  /** Null where there is no scan and only the place of the original is written down. */
  readonly file: File | null;
  readonly title: string;
  /** For photos: time, place, cause, people. */
  readonly caption: string;
  /** The day on the paper. */
  readonly signedOn: string;
  readonly paperClass: string;
  /** Where the original lies: «镇档案室 3 盒 7 件». */
  readonly originalAt?: string;
}

/** The name of a file without its ending, as a first title. */
export function titleOf(fileName: string): string {
  return fileName.replace(/\.[^.]{1,5}$/, '');
}

interface PaperDropProps {
  readonly papers: readonly PaperDraft[];
  readonly onChange: (papers: readonly PaperDraft[]) => void;
  /** The day offered first: that of the record. */
  readonly day: string;
  readonly disabled?: boolean;
}

const SCANS = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.bmp,.webp,.doc,.docx,.wps,.xls,.xlsx,.et,.ofd';

function draftOf(file: File, day: string): PaperDraft {
  const paperClass = isPhoto(file) ? '照片' : '佐证材料';
  return { file, title: titleOf(file.name), caption: '', signedOn: day, paperClass };
}

const paperOnly = (day: string): PaperDraft => ({
  ...{ file: null, title: '', caption: '', signedOn: day, paperClass: '佐证材料', originalAt: '' },
});

function isPhoto(file: File | null): boolean {
  return file?.type.startsWith('image/') === true;
}

/** «照片说明» in the order an inspector reads it. */
const CAPTION = '照片说明：时间 地点 事由 人物 拍摄人';

/** 「佐证」: drop or choose papers, or write where the original lies; each asks only what it is. */
export function PaperDrop({ papers, onChange, day, disabled = false }: PaperDropProps) {
  const set = (index: number, part: Partial<PaperDraft>) =>
    onChange(papers.map((paper, each) => (each === index ? { ...paper, ...part } : paper)));
  const add = (files: readonly File[]) => onChange([...papers, ...files.map((file) => draftOf(file, day))]);
  return (
    <div>
      <FileDrop words="把扫描件或照片拖到这里" accept={SCANS} onFiles={add} disabled={disabled} />
      <button
        type="button"
        className="lnk"
        disabled={disabled}
        onClick={() => onChange([...papers, paperOnly(day)])}
      >
        没有扫描件，只记原件在哪里
      </button>
      <ul className="papers">
        {papers.map((paper, index) => (
          <DraftLine
            // biome-ignore lint/suspicious/noArrayIndexKey: drafts have no name of their own and are only added at the end
            key={index}
            paper={paper}
            onSet={(part) => set(index, part)}
            onDrop={() => onChange(papers.filter((_, each) => each !== index))}
          />
        ))}
      </ul>
    </div>
  );
}

interface DraftLineProps {
  readonly paper: PaperDraft;
  readonly onSet: (part: Partial<PaperDraft>) => void;
  readonly onDrop: () => void;
}

function DraftLine({ paper, onSet, onDrop }: DraftLineProps) {
  return (
    <li>
      <input
        className="field"
        aria-label="这是什么"
        placeholder="这是什么，如：签到表"
        value={paper.title}
        onChange={(event) => onSet({ title: event.target.value })}
      />
      <input
        className="field day"
        type="date"
        aria-label="日期"
        value={paper.signedOn}
        onChange={(event) => onSet({ signedOn: event.target.value })}
      />
      <button type="button" className="btn" onClick={onDrop}>
        拿掉
      </button>
      {paper.file === null && (
        <input
          className="field cap"
          aria-label="原件在哪里"
          placeholder="原件在哪里，如：镇档案室 3 盒 7 件"
          value={paper.originalAt ?? ''}
          onChange={(event) => onSet({ originalAt: event.target.value })}
        />
      )}
      {isPhoto(paper.file) && (
        <input
          className="field cap"
          aria-label="照片说明"
          placeholder={CAPTION}
          value={paper.caption}
          onChange={(event) => onSet({ caption: event.target.value })}
        />
      )}
    </li>
  );
}
