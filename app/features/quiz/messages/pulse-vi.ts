/** What an examiner's actions say to a learner. The source; pulse-en.ts has the same keys. */
export const pulseVi = {
  paused: 'Giờ làm bài đang tạm dừng',
  pausedText:
    'Cán bộ coi thi đã dừng đồng hồ. Đồng chí ngồi tại chỗ chờ; câu hỏi hiện lại và đồng hồ chạy tiếp khi được phép. Câu trả lời đã chọn vẫn được giữ, thời gian dừng được cộng vào hạn nộp.',
  pausedLeft: (duration: string) => `Còn ${duration}, đồng hồ đang dừng`,
  pausedNoScript: 'Tải lại trang để xem đã được làm tiếp chưa.',
  given: (duration: string) => `Đồng chí được cộng ${duration}`,
  taken: (duration: string) => `Thời gian được đính chính: bớt ${duration}`,
  resumed: (duration: string) => `Được làm tiếp, đã cộng ${duration} bù thời gian dừng`,
  resumedOnly: 'Được làm tiếp',
  reopened: (duration: string) => `Bài được mở lại với ${duration} còn lại khi mất liên lạc`,
  reason: (reason: string) => `Lý do: ${reason}`,
  seen: 'Đã rõ',
  late: {
    kept: (count: number) => `${count} câu trả lời đến sau khi hết giờ đang được giữ trên máy này`,
    keptText:
      'Nếu giờ thi bị mất liên lạc và cán bộ coi thi mở lại bài, các câu này được gửi ngay khi trang bài làm mở lại. Đồng chí giữ nguyên máy này và báo cán bộ coi thi.',
    lost: (count: number) => `${count} câu trả lời đến sau khi hết giờ nên không được nhận`,
    lostText: 'Bài được chấm theo những câu đã lưu trước khi hết giờ.',
  },
  voided: {
    title: 'Bài làm đã bị hủy',
    text: 'Lần làm này không được tính và không có điểm. Câu trả lời của đồng chí vẫn được giữ để xem xét.',
    at: (when: string) => `Hủy lúc ${when}.`,
    restart: 'Đồng chí được làm lại từ đầu với đề mới.',
    toLobby: 'Vào phòng chờ',
    ask: 'Có gì chưa rõ, đồng chí hỏi cán bộ coi thi.',
    toQuiz: 'Về trang của bài',
  },
};
