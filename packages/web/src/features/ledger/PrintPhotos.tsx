import { useState } from 'react';
import { type Scope, useScope } from '../../app/scope.ts';
import { Icon, usePrint } from '../../components/index.ts';
import { type PaperOfRecord, paperFile } from './data.ts';

const PER_PAGE = 2;

/** Waits until the browser holds the pictures: a print is taken at once and would leave holes. */
async function loaded(addresses: readonly string[]): Promise<void> {
  const load = async (address: string) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode().catch(() => undefined);
  };
  await Promise.all(addresses.map(load));
}

interface PrintPhotosProps {
  /** What the photos are of. */
  readonly title: string;
  readonly papers: readonly PaperOfRecord[];
}

/** 照片页: two photos a page, each with its caption and where its original lies. */
export function PrintPhotos({ title, papers }: PrintPhotosProps) {
  const scope = useScope();
  const print = usePrint();
  const [busy, setBusy] = useState(false);
  const photos = papers.filter(
    ({ sha256, mediaType }) => sha256 !== null && mediaType?.startsWith('image/') === true,
  );
  if (photos.length === 0) return null;
  const run = async () => {
    setBusy(true);
    await loaded(photos.map(({ id }) => paperFile(scope.division, id)));
    setBusy(false);
    print(<PhotoSheets title={title} photos={photos} scope={scope} />);
  };
  return (
    <button type="button" className="btn s" disabled={busy} onClick={() => void run()}>
      <Icon name="print" /> {busy ? '正在准备…' : `印照片页（${photos.length} 张）`}
    </button>
  );
}

interface PhotoSheetsProps {
  readonly title: string;
  readonly photos: readonly PaperOfRecord[];
  readonly scope: Scope;
}

function PhotoSheets({ title, photos, scope }: PhotoSheetsProps) {
  const pages = Array.from({ length: Math.ceil(photos.length / PER_PAGE) }, (_, page) =>
    photos.slice(page * PER_PAGE, (page + 1) * PER_PAGE),
  );
  return (
    <>
      <style>{'@page { size: A4 portrait; margin: 0 }'}</style>
      {pages.map((page, index) => (
        <section className="sheet photos" key={page[0]?.id}>
          <header>
            <h1>{title}</h1>
            <div className="no">
              <p>{scope.divisionName}</p>
            </div>
          </header>
          {page.map((photo) => (
            <figure key={photo.id}>
              <img src={paperFile(scope.division, photo.id)} alt="" />
              <figcaption>
                {photo.title}　{photo.signedOn}
                {photo.originalAt && `　原件：${photo.originalAt}`}
              </figcaption>
            </figure>
          ))}
          <footer>
            <span />
            <span className="nowrap">
              第 {index + 1} 页 共 {pages.length} 页
            </span>
          </footer>
        </section>
      ))}
    </>
  );
}
