COMMENT ON TABLE "t" IS '*/ -- 
; drop table t; ''';

ALTER TABLE "t" ADD COLUMN "b""; drop table t; --" TEXT DEFAULT E'it''s \\ ${x} <#if>
$$';
