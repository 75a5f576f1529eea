package captions;

import org.mapstruct.Mapper;

@Mapper
interface Names {
    record Model(String name) {}

    record Bean(String name) {}

    Bean toBean(Model model);
}
