/** Words of certificates. The source; certificates-en.ts has the same keys. */
export const vi = {
  title: 'Chứng nhận',
  number: (number: string) => `Số ${number}`,
  issued: (day: string) => `cấp ${day}`,
  until: (day: string) => `có giá trị đến hết ${day}`,
  forGood: 'không thời hạn',
  states: { valid: 'Còn giá trị', expired: 'Hết hạn', revoked: 'Đã thu hồi' },
};
