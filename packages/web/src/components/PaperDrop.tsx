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
  readonly file: File;
  readonly title: string;
  /** For photos: time, place, cause, people. */
  readonly caption: string;
  /** The day on the paper. */
  readonly signedOn: string;
  readonly paperClass: string;
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

function isPhoto(file: File): boolean {
  return file.type.startsWith('image/');
}

/** 「佐证」: drop or choose papers; each asks only what it is, a photo also one caption line. */
export function PaperDrop({ papers, onChange, day, disabled = false }: PaperDropProps) {
  const set = (index: number, part: Partial<PaperDraft>) =>
    onChange(papers.map((paper, each) => (each === index ? { ...paper, ...part } : paper)));
  const add = (files: readonly File[]) => onChange([...papers, ...files.map((file) => draftOf(file, day))]);
  return (
    <div>
      <FileDrop words="把扫描件或照片拖到这里" accept={SCANS} onFiles={add} disabled={disabled} />
      <ul className="papers">
        {papers.map((paper, index) => (
          <li key={`${paper.file.name} ${paper.file.size} ${paper.file.lastModified}`}>
            <input
              className="field"
              aria-label="这是什么"
              placeholder="这是什么"
              value={paper.title}
              onChange={(event) => set(index, { title: event.target.value })}
            />
            <input
              className="field day"
              type="date"
              aria-label="日期"
              value={paper.signedOn}
              onChange={(event) => set(index, { signedOn: event.target.value })}
            />
            <button
              type="button"
              className="btn"
              onClick={() => onChange(papers.filter((_, each) => each !== index))}
            >
              拿掉
            </button>
            {isPhoto(paper.file) && (
              <input
                className="field cap"
                aria-label="照片说明"
                placeholder="照片说明：时间 地点 事由 人物"
                value={paper.caption}
                onChange={(event) => set(index, { caption: event.target.value })}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
