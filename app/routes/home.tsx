import { Page } from '#app/ui/page.tsx';

export default function Home() {
  return (
    <Page title="Học tập 35" lead="Học tập, kiểm tra Nghị quyết 35">
      <p>Trang chính.</p>
    </Page>
  );
}
