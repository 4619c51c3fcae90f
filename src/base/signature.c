#include "base/signature.h"

#define ZIP "PK\x03\x04"
#define COMPOUND "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" /* MS-CFB */

#define SAVE_TABLE "请用Excel或WPS打开它，另存为 .xlsx 或“CSV UTF-8”，再用那个文件。"
#define SAVE_TEXT "请用Word或WPS打开它，另存为 .docx 或纯文本（.txt），再用那个文件。"
#define COPY_TEXT "请打开它，把要用的文字复制到文本文件（.txt），数据录入 .xlsx 或CSV。"
#define UNPACK "请先解压缩，用里面的文件。"
#define RETYPE "图片里的文字认不出来：请向对方要 .xlsx、.docx，或重新录入。"

static const file_signature signatures[] = {
    {SLICE(ZIP), SLICE("opendocument.spreadsheet"),
     "OpenDocument表格（.ods）", SAVE_TABLE},
    {SLICE(ZIP), SLICE("opendocument.text"), "OpenDocument文档（.odt）",
     SAVE_TEXT},
    {SLICE(ZIP), SLICE("xl/"), "Excel工作簿（.xlsx）",
     "核对文稿要给 .txt 或 .docx；工作簿直接 check、render，或写在指标文件的“数据”里。"},
    {SLICE(ZIP), SLICE("word/"), "Word文档（.docx）",
     "文档直接 render 排版、check --prose 核对，或用 extract 提取指标文件的草稿；文件名要以 .docx 结尾。"},
    {SLICE(ZIP), SLICE("ppt/"), "演示文稿（.pptx）", COPY_TEXT},
    {SLICE(ZIP), SLICE(""), "压缩文件", UNPACK},
    {SLICE(COMPOUND),
     SLICE("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
     "加了密码的Office文件", "请打开它，取消密码，再保存一次。"},
    {SLICE(COMPOUND), SLICE("W\0o\0r\0k\0b\0o\0o\0k\0"),
     "旧版Excel或WPS表格（.xls、.et）", SAVE_TABLE},
    {SLICE(COMPOUND), SLICE("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"),
     "旧版Word或WPS文字（.doc、.wps）", SAVE_TEXT},
    {SLICE(COMPOUND), SLICE(""),
     "旧版Office或WPS文件（.xls、.doc、.et、.wps）",
     "请用原来的软件打开它，表格另存为 .xlsx，文档另存为 .docx。"},
    {SLICE("%PDF-"), SLICE(""), "PDF文件", COPY_TEXT},
    {SLICE("{\\rtf"), SLICE(""), "RTF文档", SAVE_TEXT},
    {SLICE("<?xml"), SLICE("urn:schemas-microsoft-com:office:spreadsheet"),
     "XML表格（Excel 2003）", SAVE_TABLE},
    {SLICE("<?xml"), SLICE("opendocument.spreadsheet"),
     "OpenDocument表格（.fods）", SAVE_TABLE},
    /* Many programs of offices export them under the name of .xls. */
    {SLICE("<"), SLICE("<table"), "网页（HTML；系统导出的.xls常常如此）", SAVE_TABLE},
    {SLICE("<"), SLICE("<TABLE"), "网页（HTML；系统导出的.xls常常如此）", SAVE_TABLE},
    {SLICE("<!DOCTYPE"), SLICE(""), "网页（HTML）", COPY_TEXT},
    {SLICE("<html"), SLICE(""), "网页（HTML）", COPY_TEXT},
    {SLICE("\x89PNG"), SLICE(""), "PNG图片", RETYPE},
    {SLICE("\xFF\xD8\xFF"), SLICE(""), "JPEG图片", RETYPE},
    {SLICE("GIF8"), SLICE(""), "GIF图片", RETYPE},
    {SLICE("Rar!\x1A\x07"), SLICE(""), "压缩文件", UNPACK},
    {SLICE("7z\xBC\xAF\x27\x1C"), SLICE(""), "压缩文件", UNPACK},
    {SLICE("\x1F\x8B"), SLICE(""), "压缩文件", UNPACK},
};

const file_signature *
signature_of(slice bytes)
{
    if (slice_starts_with(bytes, SLICE_OF("\xEF\xBB\xBF")))
        bytes = slice_cut(bytes, 3, bytes.len);
    bytes = slice_trim(bytes);
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
        const file_signature *s = &signatures[i];
        if (slice_starts_with(bytes, s->start) &&
            (s->inside.len == 0 || slice_find(bytes, s->inside) < bytes.len))
            return s;
    }
    return NULL;
}
