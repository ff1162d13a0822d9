console.info("the pages of the tests");
