/**
 * Names that the demonstration must not give to anybody: leaders of the Party, the State and the Army today and before,
 * and heroes whom every soldier knows. Not complete, and need not be: chance alone makes a hit rare.
 */
export const famousNames: readonly string[] = `
Tô Lâm, Lương Cường, Phạm Minh Chính, Trần Thanh Mẫn, Trần Cẩm Tú, Phan Văn Giang, Nguyễn Trọng Nghĩa, Trịnh Văn Quyết,
Nguyễn Tân Cương, Lương Tam Quang, Phan Đình Trạc, Bùi Thanh Sơn, Nguyễn Hòa Bình, Nguyễn Duy Ngọc, Lê Minh Hưng,
Lê Hoài Trung, Đỗ Văn Chiến, Bùi Thị Minh Hoài, Nguyễn Thanh Nghị, Nguyễn Văn Nên, Trần Lưu Quang, Hồ Đức Phớc,
Trần Hồng Hà, Lê Thành Long, Nguyễn Chí Dũng, Mai Văn Chính, Phạm Thị Thanh Trà, Võ Thị Ánh Xuân, Nguyễn Khắc Định,
Nguyễn Đức Hải, Trần Quang Phương, Nguyễn Thị Thanh, Vũ Hồng Thanh, Lê Minh Hoan, Trần Sỹ Thanh, Phạm Gia Túc,
Nguyễn Văn Thắng, Nguyễn Hồng Diên, Nguyễn Kim Sơn, Đào Hồng Lan, Trần Đức Thắng, Nguyễn Mạnh Hùng, Hoàng Xuân Chiến,
Phạm Hoài Nam, Lê Huy Vịnh, Võ Minh Lương, Vũ Hải Sản, Huỳnh Chiến Thắng, Phùng Sĩ Tấn, Nguyễn Văn Nghĩa,
Nguyễn Trường Thắng, Đỗ Xuân Tụng, Lê Quang Minh, Nguyễn Hồng Thái, Nguyễn Văn Gấu, Lê Đức Thái, Thái Đại Ngọc,
Nguyễn Doãn Anh, Lê Xuân Thế, Trần Thanh Nghiêm, Nguyễn Văn Hiền, Nguyễn Quốc Đoàn, Nguyễn Huy Tiến, Lê Minh Trí,
Nguyễn Phú Trọng, Nguyễn Xuân Phúc, Võ Văn Thưởng, Vương Đình Huệ, Trương Thị Mai, Trần Quốc Vượng, Đinh Thế Huynh,
Đinh Tiến Dũng, Đinh La Thăng, Phạm Bình Minh, Phạm Quang Nghị, Nguyễn Thiện Nhân, Vũ Đức Đam, Trịnh Đình Dũng,
Vũ Khoan, Nguyễn Thị Bình, Nguyễn Thị Doan, Đặng Thị Ngọc Thịnh, Nguyễn Thị Kim Ngân, Tòng Thị Phóng, Trần Đại Quang,
Lê Hồng Anh, Uông Chu Lưu, Đỗ Bá Tỵ, Ngô Xuân Lịch, Phùng Quang Thanh, Bế Xuân Trường, Nguyễn Chí Vịnh, Phan Văn Trường,
Nguyễn Tấn Dũng, Nguyễn Sinh Hùng, Trương Tấn Sang, Nông Đức Mạnh, Trần Đức Lương, Lê Khả Phiêu, Phan Văn Khải,
Nguyễn Minh Triết, Nguyễn Văn An, Phạm Văn Trà, Đoàn Khuê, Lê Đức Anh, Văn Tiến Dũng, Hoàng Văn Thái, Chu Huy Mân,
Nguyễn Chí Thanh, Võ Nguyên Giáp, Trần Văn Trà, Trần Văn Quang, Hoàng Minh Thảo, Phùng Thế Tài, Nguyễn Thị Định,
Hồ Chí Minh, Nguyễn Tất Thành, Nguyễn Ái Quốc, Tôn Đức Thắng, Phạm Văn Đồng, Phạm Hùng, Lê Duẩn, Lê Đức Thọ,
Võ Văn Kiệt, Võ Chí Công, Nguyễn Văn Linh, Nguyễn Hữu Thọ, Huỳnh Tấn Phát, Nguyễn Lương Bằng, Hoàng Quốc Việt,
Hoàng Văn Thụ, Hoàng Văn Hoan, Nguyễn Văn Cừ, Nguyễn Thị Minh Khai, Lê Hồng Phong, Hà Huy Tập, Lý Tự Trọng,
Nguyễn Đức Cảnh, Ngô Gia Tự, Nguyễn Văn Trỗi, Võ Thị Sáu, Bế Văn Đàn, Phan Đình Giót, Tô Vĩnh Diện, La Văn Cầu,
Cù Chính Lan, Trần Can, Nguyễn Viết Xuân, Phạm Tuân, Nguyễn Văn Cốc, Phạm Xuân Ẩn, Vũ Ngọc Nhạ, Đặng Thùy Trâm,
Nguyễn Văn Thạc, Trần Văn Phương, Lê Mã Lương, Nguyễn Huy Hiệu, Phan Bội Châu, Phan Châu Trinh, Huỳnh Thúc Kháng,
Trần Quốc Tuấn, Trần Quốc Toản, Trần Quang Khải, Trần Nhân Tông, Lý Thường Kiệt, Phùng Hưng, Mai Thúc Loan,
Nguyễn Huệ, Nguyễn Trãi, Nguyễn Du, Nguyễn Đình Chiểu, Trương Định, Nguyễn Trung Trực, Hoàng Hoa Thám, Phan Đình Phùng,
Nguyễn Thái Học, Lương Văn Can, Trần Đăng Ninh, Trần Đại Nghĩa, Tôn Thất Tùng, Tạ Quang Bửu, Lương Định Của,
Phạm Ngọc Thạch, Đặng Văn Ngữ, Ngô Bảo Châu, Đàm Vĩnh Hưng, Nguyễn Quang Hải, Đặng Văn Lâm, Hoàng Xuân Vinh
`
  .split(',')
  .map((name) => name.trim())
  .filter((name) => name !== '');
