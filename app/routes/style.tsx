import { useSearchParams } from '@remix-run/react';
import { type ReactNode, useState } from 'react';
import type { ButtonLook } from '#app/ui/button.tsx';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { BarChart } from '#app/ui/chart/bar-chart.tsx';
import { StackedBarChart, type StackSeries } from '#app/ui/chart/stacked-bar-chart.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { DefinitionList, Figures } from '#app/ui/definition-list.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import * as icons from '#app/ui/icons.tsx';
import { ItemList } from '#app/ui/item-list.tsx';
import { Toast } from '#app/ui/live-region.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import { Select } from '#app/ui/select.tsx';
import { sortFromSearch } from '#app/ui/table-sort.ts';
import { Tabs } from '#app/ui/tabs.tsx';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';

/** Every component in its states, for looking at while building. Not part of the product: the built server answers 404. */
export function loader() {
  if (process.env.NODE_ENV === 'production' && !process.env.STYLE_PAGE) {
    throw new Response(JSON.stringify({ code: 'not-found' }), {
      status: 404,
      headers: { 'Content-Type': 'application/json' },
    });
  }
  return null;
}

const names = 'Nguyễn Thị Ngọc Diễm Quỳnh ẰẲẴẶ';
const looks: ButtonLook[] = ['primary', 'secondary', 'quiet', 'danger'];
const tags: [TagKind, string][] = [
  ['neutral', 'Bản nháp'],
  ['open', 'Chưa học'],
  ['started', 'Đang học'],
  ['done', 'Hoàn thành'],
  ['award', 'Giỏi'],
  ['soon', 'Còn 3 ngày'],
  ['wrong', 'Không đạt'],
  ['late', 'Quá hạn 5 ngày'],
  ['aside', 'Được miễn'],
];

type Row = { name: string; strength: number; done: number; started: number; open: number };
const rows: Row[] = [
  { name: 'Tiểu đoàn 1', strength: 118, done: 112, started: 4, open: 2 },
  { name: 'Tiểu đoàn 2', strength: 121, done: 76, started: 30, open: 15 },
  { name: 'Tiểu đoàn Công binh và Vận tải hỗn hợp', strength: 64, done: 9, started: 12, open: 43 },
  { name: 'Cơ quan Trung đoàn bộ', strength: 30, done: 30, started: 0, open: 0 },
];
const columns: Column<Row>[] = [
  {
    key: 'name',
    header: 'Đơn vị',
    cell: (row) => <a href="#table">{row.name}</a>,
    isRowHeader: true,
    isSortable: true,
  },
  { key: 'strength', header: 'Quân số', cell: (row) => row.strength, isNumber: true, isSortable: true },
  { key: 'done', header: 'Hoàn thành', cell: (row) => row.done, isNumber: true, isSortable: true },
  { key: 'started', header: 'Đang học', cell: (row) => row.started, isNumber: true },
  { key: 'open', header: 'Chưa học', cell: (row) => row.open, isNumber: true },
  {
    key: 'state',
    header: 'Tình trạng',
    cell: (row) => (row.open ? <Tag kind="soon">Còn 3 ngày</Tag> : <Tag kind="done">Đủ</Tag>),
  },
];
const series: StackSeries[] = [
  { key: 'done', label: 'Hoàn thành', tone: 'full' },
  { key: 'started', label: 'Đang học', tone: 'striped' },
  { key: 'open', label: 'Chưa học', tone: 'empty' },
];
const chartWords = {
  loading: 'Đang vẽ biểu đồ',
  noScript: 'Trình duyệt không vẽ được biểu đồ; số liệu có trong bảng dưới đây.',
  showTable: 'Xem số liệu dạng bảng',
};
const options = [
  { value: 'a', label: 'Bộ Chính trị khóa XII' },
  {
    value: 'b',
    label: 'Ban Bí thư Trung ương Đảng, theo đề nghị của Ban Tuyên giáo và các cơ quan có liên quan',
    hint: 'Một dòng giải thích ngắn',
  },
  { value: 'c', label: 'Quân ủy Trung ương' },
  { value: 'd', label: 'Không chọn được', disabled: true },
];
const percent = (fraction: number) => `${(fraction * 100).toFixed(1).replace('.0', '').replace('.', ',')}%`;
const count = (value: number) => String(value);

export default function StylePage() {
  const [search] = useSearchParams();
  const [isOpen, setIsOpen] = useState(false);
  const [toast, setToast] = useState<string | null>(null);
  const sort = sortFromSearch(search, ['name', 'strength', 'done'], { key: 'name', isDescending: false });
  const table = (
    <DataTable caption="Mức độ bao phủ theo đơn vị" columns={columns} rows={rows} rowKey={(row) => row.name} />
  );
  return (
    <Page
      kicker="Hệ thống thiết kế"
      title={names}
      lead="Mọi thành phần ở mọi trạng thái. Dấu thanh không bị cắt ở bất cứ cỡ chữ nào."
      crumbs={[
        { to: '/', label: 'Trang chính' },
        { to: '/style', label: 'Sư đoàn 390' },
        { to: '/style?a', label: 'Trung đoàn 27' },
      ]}
      crumbsLabel="Đường dẫn"
      actions={
        <LinkButton to="#" look="primary">
          Bắt đầu làm bài
        </LinkButton>
      }
    >
      <Section title="Chữ">
        <div className="space-y-2">
          {(['text-xs', 'text-sm', 'text-base', 'text-lg', 'text-xl', 'text-2xl', 'text-3xl'] as const).map((size) => (
            <p key={size} className={`${size} border-y border-line`}>
              {names} <strong className="font-semibold">{names}</strong>
            </p>
          ))}
          <p className="tabular">1.111,11 / 0.888,88 số đứng thẳng cột</p>
        </div>
      </Section>
      <Section title="Nút bấm">
        <div className="space-y-3">
          {looks.map((look) => (
            <ButtonRow key={look}>
              <Button look={look}>Bắt đầu làm bài</Button>
              <Button look={look} icon={icons.DownloadIcon}>
                Xuất bảng ra XLSX
              </Button>
              <Button look={look} busy>
                Đang lưu
              </Button>
              <Button look={look} disabled>
                Không bấm được
              </Button>
              <Button look={look} size="small">
                Nhỏ
              </Button>
            </ButtonRow>
          ))}
        </div>
      </Section>
      <Section title="Biểu mẫu">
        <div className="space-y-6">
          <ErrorSummary
            title="Có 2 chỗ cần sửa"
            errors={[
              { id: 'login', message: 'Nhập tên đăng nhập' },
              { id: 'answer', message: 'Chọn một phương án' },
            ]}
          />
          <Field id="login" label="Tên đăng nhập" hint="Tên do đơn vị cấp, ví dụ: quynh.ntn" error="Nhập tên đăng nhập">
            <TextInput name="login" autoComplete="username" />
          </Field>
          <Field label="Họ và tên">
            <TextInput name="name" defaultValue="Nguyễn Thị Ngọc Diễm Quỳnh" />
          </Field>
          <Field label="Số câu" hint="Từ 1 đến 200">
            <TextInput name="number" width="number" inputMode="numeric" defaultValue="20" />
          </Field>
          <Field label="Đơn vị">
            <Select
              name="unit"
              width="half"
              emptyLabel="Chọn đơn vị"
              options={rows.map((row) => ({ value: row.name, label: row.name }))}
            />
          </Field>
          <Field label="Lý do" hint="Ghi rõ số văn bản nếu có">
            <Textarea name="reason" placeholder="Chữ gợi ý" />
          </Field>
          <ChoiceGroup
            id="answer"
            type="radio"
            name="answer"
            label="Cơ quan nào ban hành Nghị quyết?"
            options={options}
            error="Chọn một phương án"
          />
          <ChoiceGroup
            type="checkbox"
            name="many"
            label="Chọn các phương án đúng"
            hint="Có thể chọn nhiều"
            options={options}
            defaultValue={['a', 'b']}
          />
          <ChoiceGroup
            type="radio"
            name="inline"
            inline
            label="Khẳng định này đúng hay sai?"
            options={[
              { value: 'true', label: 'Đúng' },
              { value: 'false', label: 'Sai' },
            ]}
            defaultValue="true"
          />
        </div>
      </Section>
      <Section title="Thông báo và nhãn">
        <div className="max-w-form space-y-3">
          <Notice title="Lưu ý">Bài thi mở đến 23:59 ngày 22/11/2026.</Notice>
          <Notice kind="success" title="Đã lưu">
            Lúc 08:15:32, mã 4F7K.
          </Notice>
          <Notice kind="warning" title="Còn 2 câu chưa trả lời">
            Đồng chí vẫn có thể quay lại trả lời.
          </Notice>
          <Notice kind="error" title="Chưa lưu được">
            Máy chủ không nhận câu trả lời sau hạn nộp.
          </Notice>
          <div className="flex flex-wrap gap-2">
            {tags.map(([kind, label]) => (
              <Tag key={kind} kind={kind}>
                {label}
              </Tag>
            ))}
          </div>
        </div>
      </Section>
      <Section title="Số liệu">
        <div className="space-y-6">
          <Figures
            items={[
              { label: 'Hoàn thành', value: '94,9%', note: '112/118 đồng chí' },
              { label: 'Quá hạn', value: '6', note: 'trên 118 đồng chí' },
              { label: 'Điểm trung bình', value: '7,85', note: '112 bài' },
            ]}
          />
          <ProgressBar className="max-w-form" label="Đã học" text="12/20 bài, 60%" fraction={0.6} />
          <DefinitionList
            items={[
              { term: 'Họ và tên', value: names },
              { term: 'Cấp bậc', value: 'Thượng úy' },
              { term: 'Đơn vị', value: 'Đại đội 3, Tiểu đoàn 1, Trung đoàn 27, Sư đoàn 390' },
            ]}
          />
          <ItemList
            isNumbered
            items={[
              {
                key: '1',
                to: '#1',
                title: 'Nhận diện Nghị quyết',
                note: 'Bài học, 7 phút',
                aside: <Tag kind="done">Đã đọc</Tag>,
              },
              {
                key: '2',
                to: '#2',
                title: 'Bối cảnh và ngày ban hành, các mốc từ năm 2018 đến năm 2026',
                note: 'Bài học, 9 phút',
                aside: <Tag kind="started">Đang đọc</Tag>,
              },
              { key: '3', title: 'Kiểm tra kết thúc chuyên đề', note: 'Mở sau khi đọc hết các bài' },
            ]}
          />
          <EmptyState
            title="Chưa có bài nào được giao"
            action={<LinkButton to="#">Xem các khóa học đã học</LinkButton>}
          >
            Khi đơn vị giao khóa học, tên khóa học và hạn hoàn thành sẽ hiện ở đây.
          </EmptyState>
        </div>
      </Section>
      <Section title="Bảng" id="table">
        <div className="space-y-5">
          <Tabs
            label="Cách xem"
            items={[
              { to: '/style', label: 'Đơn vị', count: 4 },
              { to: '/style/people', label: 'Quân nhân', count: 333 },
              { to: '/style/late', label: 'Quá hạn' },
            ]}
          />
          <DataTable
            caption="Mức độ bao phủ theo đơn vị, đến 22/11/2026"
            columns={columns}
            rows={[...rows, ...rows.map((row) => ({ ...row, name: `${row.name} (2)` }))]}
            rowKey={(row) => row.name}
            sort={sort}
            sortByLabel="Sắp xếp theo"
            totals={{ name: 'Cộng', strength: 666, done: 454, started: 92, open: 120 }}
          />
          <Pagination
            page={2}
            pages={7}
            words={{
              label: 'Các trang',
              previous: 'Trang trước',
              next: 'Trang sau',
              position: 'Trang 2/7, 333 đồng chí',
            }}
          />
        </div>
      </Section>
      <Section title="Biểu đồ">
        <div className="grid gap-10 md:grid-cols-2">
          <StackedBarChart
            title="Tình trạng theo đơn vị"
            note="Tỉ lệ trên quân số, đến 22/11/2026"
            rows={rows.map((row) => ({
              key: row.name,
              label: row.name,
              values: { done: row.done, started: row.started, open: row.open },
            }))}
            series={series}
            isShare
            formatValue={count}
            formatShare={percent}
            words={chartWords}
            table={table}
            isTableFolded
          />
          <BarChart
            title="Tỉ lệ hoàn thành"
            rows={rows.map((row, at) => ({
              key: row.name,
              label: row.name,
              value: at === 3 ? null : row.done / row.strength,
              text: at === 3 ? 'chưa có số liệu' : percent(row.done / row.strength),
            }))}
            max={1}
            formatValue={percent}
            words={chartWords}
            table={table}
            isTableFolded
          />
        </div>
      </Section>
      <Section title="Hộp thoại">
        <ButtonRow>
          <Button onClick={() => setIsOpen(true)}>Nộp bài</Button>
          <Button onClick={() => setToast('Đã bỏ câu 12 khỏi bài kiểm tra.')}>Bỏ câu 12</Button>
        </ButtonRow>
        <Dialog
          isOpen={isOpen}
          onClose={() => setIsOpen(false)}
          title="Nộp bài khi còn 2 câu chưa trả lời?"
          closeLabel="Đóng"
          actions={
            <>
              <Button look="primary">Nộp bài</Button>
              <Button onClick={() => setIsOpen(false)}>Làm tiếp</Button>
            </>
          }
        >
          <p>Sau khi nộp, đồng chí không sửa được câu trả lời.</p>
        </Dialog>
        <Toast
          action={
            <Button size="small" look="quiet" onClick={() => setToast(null)}>
              Hoàn tác
            </Button>
          }
        >
          {toast}
        </Toast>
      </Section>
      <Section title="Bài đọc">
        <Reading />
      </Section>
      <Section title="Biểu tượng">
        <div className="flex flex-wrap gap-4">
          {Object.entries(icons)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, Sign]) => (
              <span key={name} className="flex w-24 flex-col items-center gap-1 text-xs text-muted">
                <Sign className="h-6 w-6" />
                {name.replace('Icon', '')}
              </span>
            ))}
        </div>
      </Section>
    </Page>
  );
}

function Reading(): ReactNode {
  return (
    <article className="reading">
      <p>
        Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị <em>về tăng cường</em>{' '}
        <strong>bảo vệ nền tảng tư tưởng</strong> của Đảng. Đồng chí {names} đọc bài này với cỡ chữ dễ chịu, mỗi dòng từ
        65 đến 75 ký tự, giãn dòng đủ cho dấu chồng. <a href="#table">Liên kết</a>.
      </p>
      <h2>Tiêu đề mục</h2>
      <ul>
        <li>Ý thứ nhất, dài hơn một dòng để thấy cách xuống dòng của danh sách trong bài đọc trên màn hình nhỏ.</li>
        <li>Ý thứ hai.</li>
      </ul>
      <table>
        <thead>
          <tr>
            <th>Mốc</th>
            <th>Nội dung</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>22/10/2018</td>
            <td>Ban hành Nghị quyết</td>
          </tr>
          <tr>
            <td>2026</td>
            <td>Ôn tập, kiểm tra</td>
          </tr>
        </tbody>
      </table>
      <aside>
        <p className="label">Ghi nhớ</p>
        <ul>
          <li>Nhớ số, ngày và cơ quan ban hành.</li>
        </ul>
      </aside>
      <aside className="to-fill">
        <p className="label">Chỗ đơn vị bổ sung</p>
        <p>Dán nguyên văn từ bản chính thức.</p>
      </aside>
      <details>
        <summary>Nghị quyết do cơ quan nào ban hành?</summary>
        <p>Bộ Chính trị khóa XII.</p>
      </details>
      <details open>
        <summary>Nghị quyết ban hành ngày nào?</summary>
        <p>Ngày 22/10/2018.</p>
      </details>
    </article>
  );
}
