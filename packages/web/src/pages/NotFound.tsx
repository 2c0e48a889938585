import { GoLink } from '../app/links.tsx';

export function NotFound() {
  return (
    <div className="page">
      <h1>没有找到，或不在您的管辖范围。</h1>
      <p style={{ marginTop: 12 }}>
        <GoLink to="/">回首页</GoLink>
      </p>
    </div>
  );
}
