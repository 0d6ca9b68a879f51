/** What readers of files name by the word of the format itself; what is not here is shown as the file has it. */
const details: Readonly<Record<string, string>> = {
  ...{ proportional: 'điểm theo tỷ lệ phương án đúng', 'all-or-nothing': 'đúng và đủ mới được điểm' },
  ...{ 'right-minus-wrong': 'mỗi phương án sai trừ một phương án đúng', 'next-to': 'điểm theo thứ tự liền kề' },
  ...{ unitgradingtype: 'cách trừ điểm vì đơn vị đo', tolerance: 'sai số', ddwtos: 'kéo thả chữ vào chỗ trống' },
  ...{
    hint: 'gợi ý khi làm lại',
    penalty: 'mức trừ mỗi lần làm lại',
    defaultgrade: 'điểm của câu',
    hidden: 'câu đang ẩn',
  },
  ...{ idnumber: 'mã số riêng', responsetemplate: 'mẫu trả lời có sẵn', selecttype: 'chỉ lấy một số mục để sắp xếp' },
  ...{ responseProcessing: 'cách chấm riêng', rubricBlock: 'hướng dẫn chấm', adaptive: 'câu nhiều bước' },
  ...{ timeDependent: 'giới hạn thời gian của câu', gapMatchInteraction: 'kéo chữ vào chỗ trống' },
  ...{ associateInteraction: 'nối từng cặp', templateDeclaration: 'câu sinh số ngẫu nhiên' },
  ...{ shape: 'hình vẽ của Word', chart: 'biểu đồ', diagram: 'sơ đồ SmartArt', altChunk: 'phần chép từ tệp khác' },
};

/** 'penalty 0.33' in words; the number stays. */
export const named = (detail: string): string => {
  const [word = '', ...rest] = detail.split(' ');
  return Object.hasOwn(details, word) ? [details[word], ...rest].join(' ') : detail;
};
