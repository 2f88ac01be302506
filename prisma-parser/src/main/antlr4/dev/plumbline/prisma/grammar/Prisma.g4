/*
 * The Prisma schema language of Prisma 5, 6 and 7, and the @pg directives in its comments.
 *
 * Nothing in a Prisma schema spans lines but a block and a comment in slashes and stars. So each line
 * is parsed by itself, which also is the unit in which errors are found and recovered from, and the
 * newline is part of its rule. Which rule a line is parsed by follows from the block it stands in:
 * fieldLine and blockAttributeLine in a model, view or type; enumValueLine and blockAttributeLine in
 * an enum; propertyLine in a datasource or generator. blockOpening and typeAlias stand at the top.
 */
grammar Prisma;

tokens { BLOCK_COMMENT }

// ---- What stands at the top of a file

// "model User {". The keyword may lack its space, so that "modelUser {" is the model User as well.
// What follows the brace on its line means nothing.
blockOpening : identifier identifier? LEFT_BRACE ;

// "type Id = String @db.Uuid", which no version of Prisma accepts any more.
typeAlias : identifier identifier? EQUALS baseType fieldAttribute* ;

// ---- What stands in a block, each on a line of its own

fieldLine : identifier COLON? fieldType? fieldAttribute* trailingComment? NEWLINE ;

blockAttributeLine : AT_AT attributeName argumentList? trailingComment? NEWLINE ;

enumValueLine : identifier fieldAttribute* trailingComment? NEWLINE ;

propertyLine : identifier EQUALS expression? trailingComment? NEWLINE ;

// ---- Types

// "T!", "[T]" and "T[]?" are mistakes that Prisma answers with a message of their own.
fieldType : baseType typeMark? | LEFT_BRACKET baseType RIGHT_BRACKET ;

typeMark : LIST OPTIONAL? | OPTIONAL | EXCLAMATION ;

// The parenthesis must follow at once, which the reader of the line looks at.
baseType : UNSUPPORTED LEFT_PARENTHESIS STRING RIGHT_PARENTHESIS | identifier ;

// ---- Attributes and their arguments

fieldAttribute : AT attributeName argumentList? ;

argumentList
    : LEFT_PARENTHESIS (argument (COMMA argument)*)? trailingComma? RIGHT_PARENTHESIS
    ;

// A comma behind the last argument, and an argument without a value, are parsed in order to say so.
trailingComma : COMMA ;

argument : identifier COLON expression? | expression ;

expression
    : path argumentList?         # pathOrCall
    | calledNumber argumentList  # numberedCall
    | (DIGITS | DECIMAL | NEGATIVE) # number
    | STRING                     # string
    | arrayElements              # array
    | objectEntries              # object
    ;

arrayElements
    : LIST
    | LEFT_BRACKET (expression (COMMA expression)*)? RIGHT_BRACKET
    ;

objectEntries : LEFT_BRACE (objectEntry (COMMA objectEntry)*)? RIGHT_BRACE ;

objectEntry : identifier COLON expression ;

// ---- Directives: a line of a /// comment that starts with @pg

directive : AT attributeName argumentList? trailingComment? EOF ;

// ---- Words

// A name that starts with a digit is parsed in order to say that it must not.
identifier : WORD | DIGIT_WORD | DIGITS | UNSUPPORTED ;

path : WORD | DOTTED | UNSUPPORTED ;

attributeName : path | numberedName | DIGITS | DECIMAL ;

// "10(1)" is a call to Prisma, of a function that does not exist.
calledNumber : numberedName | DIGITS | DECIMAL ;

numberedName : DIGIT_WORD | DIGIT_DOTTED ;

trailingComment : COMMENT | BLOCK_COMMENT ;

// ---- Tokens

NEWLINE : '\r'? '\n' | '\r' ;
// Of all letters and spaces beyond ASCII the lexer sees two: U+00AA for letters, U+00A0 for spaces.
// What stands in the text comes from the text. Sets of all of them would take longer to load than
// a small schema to check.
WHITESPACE : [ \u00A0\t]+ -> skip ;
COMMENT : '//' ~[\r\n]* ;

UNSUPPORTED : 'Unsupported' ;
// The brackets of a list type are one token: "Int[ ]" is an error, though "Int []" is none.
LIST : '[]' ;

AT_AT : '@@' ;
AT : '@' ;
LEFT_BRACE : '{' ;
RIGHT_BRACE : '}' ;
LEFT_PARENTHESIS : '(' ;
RIGHT_PARENTHESIS : ')' ;
LEFT_BRACKET : '[' ;
RIGHT_BRACKET : ']' ;
COLON : ':' ;
COMMA : ',' ;
EQUALS : '=' ;
OPTIONAL : '?' ;
EXCLAMATION : '!' ;

DIGITS : [0-9]+ ;
DECIMAL : [0-9]+ '.' [0-9]+ ;
NEGATIVE : '-' [0-9]+ ('.' [0-9]+)? ;
WORD : LETTER WORD_PART* ;
DIGIT_WORD : [0-9] WORD_PART+ ;
// "db.VarChar". Prisma takes any dots: "db." and "db..Text" are paths of types that do not exist.
DOTTED : LETTER WORD_PART* ('.'+ NAME_IN_PATH)* '.'+ | LETTER WORD_PART* ('.'+ NAME_IN_PATH)+ ;
DIGIT_DOTTED : [0-9] WORD_PART* ('.'+ NAME_IN_PATH)* '.'+ | [0-9] WORD_PART* ('.'+ NAME_IN_PATH)+ ;

// JSON strings, except that what follows a backslash is looked at later.
STRING : '"' STRING_PART* '"' ;

// Together with OTHER, makes every text a sequence of tokens, found without looking back.
UNTERMINATED_STRING : '"' STRING_PART* ;
COMMENT_OPENING : '/*' ;
OTHER : . ;

fragment LETTER : [a-zA-Z\u00AA] ;
fragment WORD_PART : [a-zA-Z\u00AA0-9_-] ;
fragment NAME_IN_PATH : [a-zA-Z\u00AA0-9] WORD_PART* ;
fragment STRING_PART : '\\' ~[\r\n] | ~["\\\u0000-\u001F] ;
